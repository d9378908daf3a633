package school.chancery.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.multipart.MultipartFile;

@SpringJUnitWebConfig
@ContextConfiguration(
        classes = PageFrameTests.Frame.class,
        initializers = ConfigDataApplicationContextInitializer.class)
class PageFrameTests {
    private static final UUID DISTRICT = new UUID(0, 1);
    private MockMvcTester web;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        web = MockMvcTester.from(context);
    }

    @Test
    void showsEachErrorAtItsFieldAndInTheSummary() throws Exception {
        var page = posted("title", "", "day", "31.02.2026", "district", "x", "answer", "yes");

        assertThat(page.select("#errors a[href=#field-day]").text()).isEqualTo("Укажите существующую дату");
        assertThat(page.select("#field-title .error .message").text()).isEqualTo("Заполните поле");
        assertThat(page.select("#title").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#title").attr("aria-describedby")).isEqualTo("title-error");
        assertThat(page.select("#field-district .message").text()).isEqualTo("Выберите значение из списка");
        assertThat(page.select("#errors a")).hasSize(3);
    }

    @Test
    void keepsWhatWasTyped() throws Exception {
        var page = posted(
                "title",
                "Об открытии",
                "day",
                "вчера",
                "remark",
                "r".repeat(501),
                "answer",
                "no",
                "several",
                DISTRICT.toString());

        assertThat(page.select("#title").val()).isEqualTo("Об открытии");
        assertThat(page.select("#day").val()).isEqualTo("вчера");
        assertThat(page.select("#remark").text()).hasSize(501);
        assertThat(page.select("input[name=answer][checked]").val()).isEqualTo("no");
        assertThat(page.select("input[name=several][checked]").val()).isEqualTo(DISTRICT.toString());
    }

    @Test
    void aControllerMayRejectMoreFieldsOfAFormThatWasUnreadable() throws Exception {
        var page = posted("title", "двойка", "day", "вчера");

        assertThat(page.select("#field-title .message").text()).isEqualTo("Запрос не выполнен");
        assertThat(page.select("#title").val()).isEqualTo("двойка");
        assertThat(page.select("#field-day .message").text()).isEqualTo("Укажите существующую дату");
    }

    @Test
    void escapesWhatWasTyped() throws Exception {
        var page = posted("title", "<script>alert(1)</script>", "day", "\"><img src=x>");

        assertThat(page.select("#title").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("form img")).isEmpty();
    }

    @Test
    void marksOptionalFieldsAndDescribesHints() throws Exception {
        var page = page("/sample");

        assertThat(page.select("label[for=remark]").text()).isEqualTo("Замечание (необязательно)");
        assertThat(page.select("#remark").attr("aria-describedby").trim()).isEqualTo("remark-hint");
        assertThat(page.select("#remark").hasAttr("aria-required")).isFalse();
        assertThat(page.select("#title").attr("aria-required")).isEqualTo("true");
        assertThat(page.select("#title").hasAttr("aria-describedby")).isFalse();
        assertThat(page.select("#errors")).isEmpty();
    }

    @Test
    void labelsChoicesFromMessagesOrFromTheMap() throws Exception {
        var page = page("/sample");

        assertThat(page.select("#field-answer .option label").eachText()).containsExactly("Да", "Нет");
        assertThat(page.select("#district option").eachText()).containsExactly("выберите", "Первый");
    }

    @Test
    void givesEveryInputALabelAndAnIdOfItsOwn() throws Exception {
        var page = page("/sample");
        for (var input : page.select("main input:not([type=hidden]), main select, main textarea"))
            assertThat(page.select("label[for=" + input.id() + "]"))
                    .as(input.outerHtml())
                    .hasSize(1);
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void carriesNoInlineScriptOrStyle() throws Exception {
        var page = page("/sample");
        assertThat(page.select("script:not([src]), style, [style], [onclick], [onsubmit]"))
                .isEmpty();
    }

    @Test
    void dropsHeaderAndFooterInsideTheFrame() throws Exception {
        var page = page("/sample?framed=true&taskId=abc");

        assertThat(page.select("header, footer")).isEmpty();
        assertThat(page.select("input[name=taskId]").val()).isEqualTo("abc");
        assertThat(page.select("input[name=framed]").val()).isEqualTo("true");
        assertThat(page("/sample").select("header")).hasSize(1);
    }

    @Test
    void speaksEnglishWhenAskedAndRemembersIt() {
        var answer = web.get().uri("/sample?lang=en").exchange();

        assertThat(answer.getResponse().getCookie("chancery-language").getValue())
                .isEqualTo("en");
        assertThat(answer).bodyText().contains("Skip to content");
    }

    @Test
    void staysRussianForALanguageWithoutTexts() {
        assertThat(web.get().uri("/sample?lang=zz").exchange()).bodyText().contains("<html lang=\"ru\"");
    }

    @Test
    void keepsTheOtherParametersInLinksOfAList() throws Exception {
        var page = page("/sample?page=1&sort=name,asc&query=%D0%9B+%26+%D0%9A");

        assertThat(page.select("th").attr("aria-sort")).isEqualTo("ascending");
        assertThat(page.select("th a").attr("href")).contains("sort=name%2Cdesc", "page=1", "%26");
        assertThat(page.select(".pager a[rel=next]").attr("href")).contains("page=2", "sort=name");
    }

    private Document posted(String... parameters) throws Exception {
        var request = web.post().uri("/sample");
        for (var i = 0; i < parameters.length; i += 2) request = request.param(parameters[i], parameters[i + 1]);
        var answer = request.exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private Document page(String uri) throws Exception {
        var answer = web.get().uri(java.net.URI.create(uri)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    enum Answer {
        yes,
        no
    }

    record SampleForm(
            @NotBlank String title,
            @Size(max = 500) String remark,
            @NotNull LocalDate day,
            UUID district,
            Answer answer,
            List<String> several,
            @AssertTrue boolean agreed,
            MultipartFile scan,
            String password,
            String secret) {}

    @Controller
    static class SampleController {
        @ModelAttribute
        void lists(Model model) {
            model.addAttribute("districts", Map.of(DISTRICT, "Первый"));
            model.addAttribute("answers", Answer.values());
            model.addAttribute("page", new PageImpl<>(List.of("x"), PageRequest.of(1, 10), 40));
        }

        @GetMapping("/sample")
        String open(Model model) {
            model.addAttribute(new SampleForm("", "", null, null, null, List.of(), false, null, "", ""));
            return "sample/form";
        }

        @PostMapping("/sample")
        String send(@Valid @ModelAttribute SampleForm form, BindingResult faults) {
            if ("двойка".equals(form.title())) faults.rejectValue("title", "layout.error.title");
            return faults.hasErrors() ? "sample/form" : "redirect:/";
        }
    }

    @Configuration
    @Import({Languages.class, Portal.class, FormBinding.class, PatientBinding.class, SampleController.class})
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    static class Frame {}
}
