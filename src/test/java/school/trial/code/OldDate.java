package school.trial.code;

import java.util.Date;

class OldDate {
    long millis(Date date) {
        return date.getTime();
    }
}
