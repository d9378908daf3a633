package school.chancery.attacks;

/** What people, programs and attackers type where something else is expected. */
final class Words {
    static final String[] NONSENSE = {
        "x",
        "null",
        "undefined",
        "true",
        "[]",
        "{}",
        "[object Object]",
        "-",
        "\"",
        "'",
        "\\",
        "a,b,c",
        "да",
        "1;2",
        "0x1F"
    };
    static final String[] NUMBERS = {
        "-1",
        "0",
        "2147483647",
        "2147483648",
        "-2147483649",
        "9223372036854775807",
        "99999999999999999999",
        "1e309",
        "NaN",
        "Infinity",
        "1.5",
        "٣",
        "००",
        "+7",
        "1 000",
        "1'000",
        "0x7fffffff"
    };
    static final String[] DATES = {
        "0000-00-00",
        "2027-02-29",
        "2026-13-01",
        "-999999999-01-01",
        "+999999999-12-31",
        "9999-12-31",
        "0001-01-01",
        "31.02.2027",
        "2026-11-24T10:00:00Z",
        "1969-12-31",
        "99999-01-01",
        "2026-W10-1",
        "завтра"
    };
    static final String[] IDS = {
        "00000000-0000-0000-0000-000000000000",
        "1",
        "-",
        "00000000-0000-0000-0000-00000000000g",
        "0-0-0-0-0",
        "ffffffff-ffff-ffff-ffff-ffffffffffff0",
        "{00000000-0000-0000-0000-000000000000}",
        "../../etc/passwd"
    };
    static final String[] LETTERS = {
        "😀👨‍👩‍👧‍👦",
        "\u202eабв\u202c",
        "e\u0301\u0301\u0301",
        "\ufffd\ufffe",
        "" + Draft.BROKEN_UTF8,
        "" + Draft.SURROGATE,
        "İıŞß",
        "Ёлкина-Ёж\u0306",
        "\u2028\u2029",
        "𝔸𝕓",
        "\uD83D\uDE00".repeat(200),
        "%",
        "%25%00",
        "\r\nSet-Cookie: a=b"
    };
    static final String[] CODE = {
        "'; drop table orders.orders; --",
        "' or '1'='1",
        "%' escape '",
        "1) or pg_sleep(0",
        "\\x27",
        "$1",
        ":id",
        "?",
        "${7*7}",
        "#{7*7}",
        "*{7*7}",
        "@{/x}",
        "~{layout}",
        "__${7*7}__",
        "__${T(Runtime)}__::.x",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "{{7*7}}",
        "<!--/*",
        "*/-->",
        "{0}",
        "{seq}{seq}",
        "{year",
        "(a+)+$",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "=cmd|' /C calc'!A0",
        "../../../etc/passwd"
    };
    static final String[] NAMES = {
        "@[0]", "@[99999]", "@[-1]", "@[2147483647]", "@.x", "@.class", "class.module.classLoader.resources", "@['a']",
                "@[", "@]",
        "fields[x]", "fields[", "annexes[5].title", "annexes[x].title", "people[300]", "acts[1000000]", "_@", "!@",
                "_method", "@.@.@",
        "", " ", "[]", "@\u0000", "я".repeat(300)
    };
    static final String[] TYPES = {
        "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=",
                "application/octet-stream",
        "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=x", "x", "*/*",
                "text/"
    };
    static final String[] HEADERS = {
        "*/*;q=x",
        "application/xml",
        "image/png",
        "x",
        "bytes=0-0,-1",
        "bytes=99999999999999999999-",
        "de-DE-x-very-long-tag;q=9",
        "*",
        "127.0.0.1, evil",
        "null",
        "a".repeat(3000),
        "en;q=0.1,,;q=2"
    };
    static final String[] PATHS = {
        "%00",
        "..%2f..",
        "%2e%2e",
        ";a=b",
        "x%0d%0ay",
        "%F0%9F%98%80",
        "1%3B2",
        "a".repeat(2000),
        "%5c",
        "index.html",
        "%25",
        "-1",
        "9223372036854775808",
        "null",
        "%C3%28"
    };

    private Words() {}
}
