alter table organization.organizations
    add column email text,
    add column phone text,
    add column site text,
    add constraint ck_organizations_email check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and char_length(email) <= 254),
    add constraint ck_organizations_phone check (phone ~ '^\+7[0-9]{10}$'),
    add constraint ck_organizations_site check (site ~ '^https?://[^[:space:]]+$' and char_length(site) <= 1000),
    -- Not looked at in what is there: the check digits were not asked for before, and nobody may be locked out by them.
    add constraint ck_organizations_inn_digit check (
        (2 * substr(inn, 1, 1)::int + 4 * substr(inn, 2, 1)::int + 10 * substr(inn, 3, 1)::int
            + 3 * substr(inn, 4, 1)::int + 5 * substr(inn, 5, 1)::int + 9 * substr(inn, 6, 1)::int
            + 4 * substr(inn, 7, 1)::int + 6 * substr(inn, 8, 1)::int + 8 * substr(inn, 9, 1)::int) % 11 % 10
            = substr(inn, 10, 1)::int) not valid,
    add constraint ck_organizations_ogrn_digit check (
        left(ogrn, 12)::bigint % 11 % 10 = right(ogrn, 1)::int) not valid;
