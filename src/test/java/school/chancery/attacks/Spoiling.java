package school.chancery.attacks;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import school.chancery.attacks.Draft.Field;
import school.chancery.attacks.Draft.Shape;

/** Ways to spoil a request. */
enum Spoiling {
    MISSING {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            if (!draft.spoilable().isEmpty())
                draft.spoilable().remove(dice.nextInt(draft.spoilable().size()));
        }
    },
    BLANK {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, "", " ", "\t\r\n", "\u00a0\u2007\u200b", "\ufeff"));
        }
    },
    TOO_LONG {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, "я", "x ", "9", "<").repeat(pick(dice, 300, 3_000, 60_000, 300_000)));
        }
    },
    WRONG_TYPE {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.NONSENSE));
        }
    },
    HUGE_NUMBER {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.NUMBERS));
        }
    },
    IMPOSSIBLE_DATE {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.DATES));
        }
    },
    FOREIGN_ID {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, strangers.any(dice));
        }
    },
    UNKNOWN_ID {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, new UUID(dice.nextLong(), dice.nextLong()).toString());
        }
    },
    BAD_ID {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.IDS));
        }
    },
    ZERO_BYTE {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, "\0", "a\0b", "\u0001\u001b[31m\u007f"));
        }
    },
    STRANGE_LETTERS {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.LETTERS));
        }
    },
    CODE {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            replace(draft, dice, pick(dice, Words.CODE));
        }
    },
    REPEATED {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            if (draft.spoilable().isEmpty()) return;
            var field = pick(dice, draft.spoilable().toArray(Field[]::new));
            for (var i = pick(dice, 1, 2, 300); i > 0; i--) draft.spoilable().add(field);
        }
    },
    STRANGE_NAMES {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            var names = draft.spoilable().stream()
                    .map(Field::name)
                    .filter(name -> !name.equals("_csrf"))
                    .toList();
            var name = names.isEmpty() ? "x" : names.get(dice.nextInt(names.size()));
            draft.spoilable().add(new Field(pick(dice, Words.NAMES).replace("@", name), pick(dice, Words.NONSENSE)));
        }
    },
    WRONG_CONTENT_TYPE {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            draft.shape(pick(dice, Shape.JSON, Shape.NO_TYPE, Shape.MULTIPART));
            if (dice.nextBoolean()) draft.header("Content-Type", pick(dice, Words.TYPES));
        }
    },
    CUT_UPLOAD {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            draft.shape(Shape.CUT_MULTIPART);
        }
    },
    WRONG_METHOD {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            draft.method(pick(dice, "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "POST", "GET"));
        }
    },
    STRANGE_HEADERS {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            draft.header(
                    pick(dice, "Accept", "Accept-Language", "Range", "If-None-Match", "X-Forwarded-For", "Origin"),
                    pick(dice, Words.HEADERS));
        }
    },
    STRANGE_PATH {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            var at = draft.path().lastIndexOf('/') + 1;
            draft.path(draft.path().substring(0, at) + pick(dice, Words.PATHS));
        }
    },
    FOREIGN_TASK {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            put(draft, "taskId", strangers.task(dice));
        }
    },
    WITHOUT_TOKEN {
        @Override
        void spoil(Draft draft, Random dice, Strangers strangers) {
            put(draft, "_csrf", pick(dice, "", "x", "я".repeat(40)));
        }
    };

    abstract void spoil(Draft draft, Random dice, Strangers strangers);

    private static void replace(Draft draft, Random dice, String value) {
        if (draft.spoilable().isEmpty()) {
            draft.asked(pick(dice, "page", "sort", "text", "taskId", "state"), value);
            return;
        }
        var at = dice.nextInt(draft.spoilable().size());
        var name = draft.spoilable().get(at).name();
        draft.spoilable().set(at, new Field(name, value));
    }

    private static void put(Draft draft, String name, String value) {
        draft.spoilable().removeIf(field -> field.name().equals(name));
        draft.spoilable().add(new Field(name, value));
    }

    @SafeVarargs
    private static <T> T pick(Random dice, T... among) {
        return List.of(among).get(dice.nextInt(among.length));
    }
}
