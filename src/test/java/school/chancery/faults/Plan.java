package school.chancery.faults;

import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;

/** Where a process is killed, and where the next one that takes its place. */
interface Plan {
    /** @param kinds of the commits at which processes have died so far, in their order */
    Fatal next(List<String> kinds);

    static Plan once(Fatal fatal) {
        return kinds -> kinds.isEmpty() ? fatal : Fatal.NEVER;
    }

    /** One after the other. */
    static Plan each(List<Fatal> points) {
        Iterator<Fatal> left = points.iterator();
        return kinds -> left.hasNext() ? left.next() : Fatal.NEVER;
    }

    /** At every kind of commit once. */
    static Plan everyKind(Fatal.Side side) {
        return kinds -> Fatal.news(side, new TreeSet<>(kinds));
    }
}
