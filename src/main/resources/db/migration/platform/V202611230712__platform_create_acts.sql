-- Acts every administrator must know (F006-F008). Each organization keeps its own registry; the common list is what a
-- registry starts from.
create table platform.common_acts (
    code text not null,
    place int not null,
    title text not null,
    number text,
    issued_on date,
    revision text,
    constraint pk_common_acts primary key (code),
    constraint uq_common_acts_place unique (place)
);

insert into platform.common_acts (code, place, title, number, issued_on, revision) values
('r-210', 1, 'Распоряжение Минпросвещения России «Об утверждении Методологии мотивирующего мониторинга деятельности органов исполнительной власти субъектов Российской Федерации, осуществляющих государственное управление в сфере образования»', 'Р-210', '2021-09-01', null),
('04-127', 2, 'Письмо Минпросвещения России «О направлении методических рекомендаций»', '04-127', '2022-02-22', null),
('1241', 3, 'Постановление Правительства Российской Федерации «О федеральной государственной информационной системе «Моя школа» и внесении изменения в подпункт «а» пункта 2 Положения об инфраструктуре, обеспечивающей информационно-технологическое взаимодействие информационных систем, используемых для предоставления государственных и муниципальных услуг и исполнения государственных и муниципальных функций в электронной форме»', '1241', '2022-07-13', null),
('542-1', 4, 'Приказ Минцифры России «О мероприятиях по созданию элементов ФГИС «Моя школа», обеспечивающих реализацию её функций, и мероприятиях по созданию ФГИС «Моя школа»', '542/1', '2022-07-15', null),
('04-643', 5, 'Письмо Минпросвещения России «О направлении информации»', '04-643', '2022-08-26', null),
('agreement-2022', 6, 'Соглашение о сотрудничестве Минцифры России, Минпросвещения России и оператора платформы по вопросам создания, развития и использования персональных и групповых онлайн-коммуникаций, включая чаты и видеоконференции, при реализации образовательных программ начального общего, основного общего, среднего общего образования и среднего профессионального образования', null, '2022-09-09', null),
('149-fz', 7, 'Федеральный закон «Об информации, информационных технологиях и о защите информации»', '149-ФЗ', '2006-07-27', 'в редакции от 29.12.2022, с изменениями и дополнениями, вступившими в силу с 01.03.2023'),
('1612pr', 8, 'Протокол совещания Минцифры России с органами исполнительной власти субъектов Российской Федерации по вопросам создания и внедрения ФГИС «Моя школа» в субъектах Российской Федерации и мероприятиях по внедрению коммуникационной платформы', '1612пр', '2022-10-18', null),
('p13-1838pr', 9, 'Протокол совещания Минцифры России с органами исполнительной власти субъектов Российской Федерации по вопросам настройки и наполнения витрин данных, а также в части использования коммуникационных сервисов в рамках создания ФГИС «Моя школа»', 'П13/1838пр', '2022-11-14', null),
('internal-rules', 10, 'Правила внутреннего распорядка образовательной организации', null, null, null);

create table platform.normative_acts (
    id uuid not null default gen_random_uuid(),
    version bigint not null default 0,
    organization_id uuid not null,
    common_code text,
    place int not null,
    title text not null,
    number text,
    issued_on date,
    revision text,
    retired_on date,
    constraint pk_normative_acts primary key (id),
    constraint fk_normative_acts_organization_id foreign key (organization_id) references organization.organizations (id),
    constraint fk_normative_acts_common_code foreign key (common_code) references platform.common_acts (code),
    constraint uq_normative_acts_organization_id_common_code unique (organization_id, common_code),
    constraint uq_normative_acts_id_organization_id unique (id, organization_id),
    constraint ck_normative_acts_title check (char_length(btrim(title)) between 1 and 1000),
    constraint ck_normative_acts_number check (char_length(btrim(number)) between 1 and 60),
    constraint ck_normative_acts_revision check (char_length(btrim(revision)) between 1 and 300)
);

alter table platform.normative_acts enable row level security;
create policy rls_normative_acts on platform.normative_acts
    using (organization_id = any ((select audit.visible_organizations())::uuid[]) or (select audit.sees_all()));

grant select on platform.common_acts to ${appRole};
grant select, insert, update on platform.normative_acts to ${appRole};
