package school.chancery;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The arrows between the modules: in the code, between the tables, out of the models. */
class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(ChanceryApplication.class);
    private static final String FOREIGN_KEYS = """
            select con.conname name, source.nspname using_module, target.nspname used_module from pg_constraint con
              join pg_namespace source on source.oid = con.connamespace
              join pg_class c on c.oid = con.confrelid
              join pg_namespace target on target.oid = c.relnamespace
            where con.contype = 'f' and source.nspname <> target.nspname""";

    @Test
    void noModuleUsesMoreThanItDeclares() {
        MODULES.verify();
    }

    @Test
    void everyModuleDeclaresExactlyWhatTheDesignAllows() {
        var declared = MODULES.stream()
                .map(each -> each.getIdentifier().toString())
                .collect(toMap(each -> each, this::declared));
        assertThat(declared).isEqualTo(Modules.MAY_USE);
    }

    @Test
    void noticesAModuleThatLooksUpAndOneThatLooksInside() {
        var trial = ApplicationModules.of("school.trial.modules", new ImportOption.OnlyIncludeTests());
        assertThatThrownBy(trial::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Module 'lower' depends on module 'upper'")
                .hasMessageContaining(
                        "Module 'upper' depends on non-exposed type school.trial.modules.lower.domain.Hidden");
    }

    @Test
    void foreignKeysFollowTheArrows() {
        var keys = foreignKeys(new JdbcTemplate(TestDatabase.fresh().administrator()));
        assertThat(keys).isNotEmpty().allMatch(key -> Modules.mayUse(key.user(), key.used()));
    }

    @Test
    void noticesAForeignKeyThatPointsUp() {
        var database = new JdbcTemplate(TestDatabase.fresh().administrator());
        database.execute("create table audit.trial (school uuid constraint fk_trial_school"
                + " references organization.organizations)");
        assertThat(foreignKeys(database))
                .filteredOn(key -> !Modules.mayUse(key.user(), key.used()))
                .containsExactly(new ForeignKey("fk_trial_school", "audit", "organization"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void modelsNameOnlyWhatTheirModuleMayUse(Path model) throws IOException {
        var names = ModelNames.in(Files.readString(model));
        assertThat(names).isNotEmpty().allMatch(name -> Modules.mayUse(ModelNames.module(model), name.module()));
    }

    @Test
    void noticesEachNameOfAModelThatBelongsToAModuleAbove() {
        var names = ModelNames.in("""
                <message id="Message_Leaves" name="platform.administrator-leaves"/>
                <startEvent camunda:formKey="people/dismiss/start"/>
                <callActivity calledElement="issue-order"/>
                <serviceTask camunda:delegateExpression="${grantRole}"/>
                <conditionExpression>${outcome == 'revokeRole' and freezeOriginal.done}</conditionExpression>
                <camunda:failedJobRetryTimeCycle>${retry.quick()}</camunda:failedJobRetryTimeCycle>""");
        assertThat(names)
                .filteredOn(name -> !Modules.mayUse("workflow", name.module()))
                .extracting(ModelNames.Name::text)
                .containsExactlyInAnyOrder(
                        "platform.administrator-leaves",
                        "people/dismiss/start",
                        "issue-order",
                        "grantRole",
                        "freezeOriginal");
    }

    static List<Path> models() {
        return ModelNames.files();
    }

    private Set<String> declared(String module) {
        try {
            var root = Class.forName("school.chancery." + module + ".package-info");
            return Set.of(root.getAnnotation(ApplicationModule.class).allowedDependencies());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("module " + module + " declares nothing", e);
        }
    }

    private static List<ForeignKey> foreignKeys(JdbcTemplate database) {
        return database.query(
                FOREIGN_KEYS,
                (row, n) -> new ForeignKey(
                        row.getString("name"), row.getString("using_module"), row.getString("used_module")));
    }

    private record ForeignKey(String name, String user, String used) {}
}
