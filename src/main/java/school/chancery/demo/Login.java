package school.chancery.demo;

import school.chancery.demo.Rows.Cells;

/**
 * A short login of somebody worth trying.
 *
 * @param which the first, second… holder of the position
 */
record Login(String name, String organization, String position, int which) {
    static Login read(Cells row) {
        return new Login(row.text(0), row.text(1), row.text(2), row.number(3));
    }
}
