package school.trial.modules.upper;

import school.trial.modules.lower.domain.Hidden;

/** Uses what the module below keeps to itself. */
public class LooksInside {
    final Hidden hidden = new Hidden();
}
