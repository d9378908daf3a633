package school.chancery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

/** The walls inside the modules, each shown to bite on the code of {@code school.trial}; exceptions have names. */
class ArchitectureTests {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("school.chancery");
    private static final JavaClasses TRIAL =
            new ClassFileImporter(List.of(new ImportOption.OnlyIncludeTests())).importPackages("school.trial.code");

    private static final String ENGINE = "org.camunda..";
    private static final String INSIDES = "org.camunda..impl..";

    /** What the engine offers no public way for; all else keeps to its interfaces. */
    private static final Set<String> ENGINE_ADAPTERS = Set.of(
            "AssignmentGuard",
            "EngineActor",
            "EngineDirectory",
            "EngineIdentity",
            "EngineSettings",
            "EngineWeb",
            "IncidentRecorder",
            "JobGuard",
            "ListedExpressions",
            "ListedMembers",
            "ModelRules",
            "NamedOffers",
            "OneCommand",
            "OrganizationTenants",
            "PersonGuard",
            "QueryGuard",
            "ReadOnlyResolver",
            "StandingAuthorizations",
            "StandingGrantsOnly",
            "TaskRules");

    /** The clock's own bean, and the data directory, which is made before there are beans. */
    private static final Set<String> TIMEKEEPERS = Set.of("ChanceryApplication", "DataDirectory");

    /** Whose partners (the engine, the mail, the signatures) speak in these dates. */
    private static final Set<String> TRANSLATORS =
            Set.of("CmsSignatureVerifier", "DemoMail", "FrozenMail", "ImapMailbox", "TermListener");

    /** The letter box of the demonstration stands beside its server; neither is there in production. */
    private static final Set<String> DEMONSTRATION = Set.of("DemoMailboxController");

    private static final Wall KNOWS_ENGINE = new Wall(
            "only workflow and the process packages know the engine",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..workflow..", "..process..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(ENGINE),
            Set.of("KnowsTheEngine"));

    private static final Wall KNOWS_INSIDES = new Wall(
            "only named adapters know the engine's insides",
            noClasses()
                    .that(otherThan(ENGINE_ADAPTERS))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(INSIDES),
            Set.of("KnowsTheInsides"));

    private static final Wall PERSISTENCE = new Wall(
            "entities and repositories are the domain's own",
            classes()
                    .that()
                    .areAnnotatedWith(Entity.class)
                    .or()
                    .areAssignableTo(Repository.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .resideInAPackage("..domain.."),
            Set.of("PublicEntity", "StrayRepository"));

    private static final Wall INJECTION = new Wall(
            "nothing is injected into a field", NO_CLASSES_SHOULD_USE_FIELD_INJECTION, Set.of("InjectedField"));

    private static final Wall CONTROLLERS = new Wall(
            "controllers are in web",
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .and(otherThan(DEMONSTRATION))
                    .should()
                    .resideInAPackage("..web.."),
            Set.of("StrayController"));

    private static final Wall CLOCK = new Wall(
            "the time comes from the clock",
            noClasses().that(otherThan(TIMEKEEPERS)).should().accessTargetWhere(asksTheMachine()),
            Set.of("java.time.Instant.now()", "LooksAtTheWall.today", "LooksAtTheWall.millis"));

    private static final Wall DATES = new Wall(
            "java.util.Date is for translators only",
            noClasses()
                    .that(otherThan(TRANSLATORS))
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Date.class, Calendar.class),
            Set.of("OldDate"));

    @ParameterizedTest
    @MethodSource("walls")
    void everyWallStands(Wall wall) {
        wall.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void everyWallBites(Wall wall) {
        var details =
                String.join("\n", wall.rule().evaluate(TRIAL).getFailureReport().getDetails());
        assertThat(details).contains(wall.offenders());
    }

    @Test
    void everyNamedAdapterStillNeedsTheInsides() {
        var needing = PRODUCT.stream()
                .filter(each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> resideInAPackage(INSIDES).test(used.getTargetClass())))
                .map(ArchitectureTests::outermost)
                .collect(toSet());
        assertThat(needing).isEqualTo(ENGINE_ADAPTERS);
    }

    @Test
    void everyTranslatorStillSpeaksInOldDates() {
        var speaking = PRODUCT.stream()
                .filter(each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().isEquivalentTo(Date.class)))
                .map(ArchitectureTests::outermost)
                .collect(toSet());
        assertThat(speaking).isEqualTo(TRANSLATORS);
    }

    @Test
    void delegatesOnlyIntroduceTheModelToTheDomain() {
        assertThat(Delegates.in(Path.of("src/main/java")))
                .isNotEmpty()
                .allSatisfy(delegate ->
                        assertThat(delegate.lines()).as(delegate.name()).isLessThanOrEqualTo(Delegates.LINES));
    }

    @Test
    void noticesADelegateThatDoesItAllItself() {
        assertThat(Delegates.in(Path.of("src/test/java/school/trial")))
                .filteredOn(delegate -> delegate.lines() > Delegates.LINES)
                .extracting(Delegates.Source::name)
                .containsExactly("DoesItAllItself");
    }

    static List<Wall> walls() {
        return List.of(KNOWS_ENGINE, KNOWS_INSIDES, PERSISTENCE, INJECTION, CONTROLLERS, CLOCK, DATES);
    }

    private static DescribedPredicate<JavaClass> otherThan(Set<String> named) {
        return DescribedPredicate.describe("are not named", each -> !named.contains(outermost(each)));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        return DescribedPredicate.describe(
                "the machine's time",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && (isNowWithoutClock(target)
                                || target.getFullName().startsWith("java.lang.System.currentTimeMillis")
                                || target.getFullName().startsWith("java.time.Clock.system")
                                || target.getFullName().startsWith("java.time.Clock.tick")));
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElseGet(type::getSimpleName);
    }

    /** @param offenders of the trial code, each of which the rule must name */
    record Wall(String name, ArchRule rule, Set<String> offenders) {
        @Override
        public String toString() {
            return name;
        }
    }
}
