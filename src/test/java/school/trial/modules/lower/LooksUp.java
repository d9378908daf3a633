package school.trial.modules.lower;

import school.trial.modules.upper.LooksInside;

/** Uses a module above its own. */
public class LooksUp {
    final LooksInside above = new LooksInside();
}
