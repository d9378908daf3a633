package school.chancery.demo;

/** Decides the form of the family name and the patronymic. */
enum Sex {
    FEMALE,
    MALE
}
