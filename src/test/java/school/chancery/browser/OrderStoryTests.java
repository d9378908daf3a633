package school.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** An order that the director does not sign: it comes back with a remark, then it is rejected; in the real Tasklist. */
class OrderStoryTests {
    private static final String ROLE = "Задачи моей роли";
    private static final String SIGN = "Рассмотреть и подписать приказ";
    private static final String PREPARE = "Подготовить проект приказа";
    private static final String TITLE = "О дежурстве в столовой";

    @Test
    void anOrderComesBackWithARemarkAndIsRejectedInTheEnd() {
        var stage = Stage.get();
        var secretary = stage.signIn("secretary14");
        start(secretary);
        prepare(secretary);

        var director = stage.signIn("director14");
        var form = director.openTask(ROLE, SIGN);
        assertThat(form.locator("main")).containsText(TITLE);
        decide(form, "RETURN", "");
        assertThat(form.locator("#field-remark .error")).isVisible();
        director.picture("20-return-without-remark");
        decide(form, "RETURN", "Назовите ответственных за график.");
        director.taskGone();

        var again = secretary.openTask(ROLE, PREPARE);
        assertThat(again.locator("main")).containsText("Назовите ответственных за график.");
        secretary.picture("21-returned");
        again.locator("[name=body]").fill("1. Дежурить по графику.\n2. За график отвечает секретарь.");
        again.locator("button[name=action][value=submit]").click();
        secretary.taskGone();

        var last = director.openTask(ROLE, SIGN);
        assertThat(last.locator("main")).containsText("За график отвечает секретарь.");
        decide(last, "REJECT", "");
        assertThat(last.locator("#field-remark .error")).isVisible();
        decide(last, "REJECT", "Дежурство уже установлено другим приказом.");
        director.taskGone();

        theCaseTellsIt(secretary);
    }

    private static void start(Actor secretary) {
        var form = secretary.startProcess("Издание приказа");
        form.locator("[name=kind]").waitFor();
        submit(form);
        assertThat(form.locator("#field-kind .error")).isVisible();
        form.locator("[name=kind]").selectOption(new SelectOption().setValue("general"));
        submit(form);
        assertThat(secretary.page().locator(".modal-dialog")).hasCount(0);
    }

    private static void prepare(Actor secretary) {
        var form = secretary.openTask(ROLE, PREPARE);
        form.locator("button[name=action][value=submit]").click();
        assertThat(form.locator("#field-title .error")).isVisible();
        secretary.picture("19-draft-errors");
        form.locator("[name=effectiveOn]")
                .fill(LocalDate.now(ZoneId.of("Europe/Moscow")).toString());
        form.locator("[name=title]").fill(TITLE);
        form.locator("[name=body]").fill("1. Дежурить по графику.");
        form.locator("button[name=action][value=submit]").click();
        secretary.taskGone();
    }

    private static void decide(FrameLocator form, String decision, String remark) {
        form.locator("[name=decision][value=" + decision + "]").check();
        form.locator("[name=remark]").fill(remark);
        submit(form);
    }

    private static void theCaseTellsIt(Actor secretary) {
        var page = secretary.open("/cases?state=FINISHED");
        page.locator("main tbody a").first().click();
        assertThat(page.locator("main tbody")).containsText("Приказ подписан?");
        assertThat(page.locator("main tbody")).containsText("возвращён");
        assertThat(page.locator("main tbody")).containsText("отклонён");
        assertThat(page.locator("main tbody")).containsText("Дежурство уже установлено другим приказом.");
        secretary.picture("22-rejected-case");
    }

    private static void submit(FrameLocator form) {
        form.locator("main form button.main").click();
    }
}
