package school.chancery.demo;

/**
 * A login to be printed.
 *
 * @param posts positions with their organizations, as one reads them
 */
record DemoVisitor(String login, String name, String posts) {}
