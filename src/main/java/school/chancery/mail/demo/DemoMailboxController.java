package school.chancery.mail.demo;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import jakarta.validation.Valid;
import java.util.Properties;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import school.chancery.mail.demo.DemoMailServer.Arrived;

/** The other side of the demo: read what the platform, or anybody outside, was sent, and answer as they. */
@Controller
@Profile("demo")
class DemoMailboxController {
    private final DemoMailServer server;

    DemoMailboxController(DemoMailServer server) {
        this.server = server;
    }

    @GetMapping("/demo/mailbox")
    String list(Model model) {
        model.addAttribute("mails", server.outside().stream().map(DemoMail::of).toList());
        return "mail/demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{to}/{uid}")
    String open(@PathVariable String to, @PathVariable long uid, @ModelAttribute AnswerForm answerForm, Model model) {
        model.addAttribute("mail", DemoMail.of(require(to, uid)));
        return "mail/demo/mail";
    }

    @PostMapping("/demo/mailbox/{to}/{uid}")
    String answer(
            @PathVariable String to,
            @PathVariable long uid,
            @Valid @ModelAttribute AnswerForm answerForm,
            BindingResult errors,
            Model model,
            RedirectAttributes flash)
            throws MessagingException {
        if (errors.hasErrors()) return open(to, uid, answerForm, model);
        send(answer(require(to, uid), String.valueOf(answerForm.text())));
        flash.addFlashAttribute("flash", "mail.demo.answered");
        return "redirect:/demo/mailbox";
    }

    private Arrived require(String to, long uid) {
        return server.find(to, uid).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    // As a mail program does it: In-Reply-To and References name the mail that is answered.
    private static MimeMessage answer(Arrived arrived, String text) throws MessagingException {
        var answer = (MimeMessage) arrived.mail().getMimeMessage().reply(false);
        answer.setFrom(arrived.to());
        answer.setRecipients(RecipientType.TO, DemoMailServer.FROM);
        answer.setText(text, "UTF-8");
        answer.saveChanges();
        return answer;
    }

    private void send(MimeMessage answer) throws MessagingException {
        var smtp = server.smtp().orElseThrow();
        var settings = new Properties();
        settings.put("mail.smtp.connectiontimeout", "5000");
        settings.put("mail.smtp.timeout", "5000");
        settings.put("mail.smtp.writetimeout", "5000");
        try (Transport transport = Session.getInstance(settings).getTransport("smtp")) {
            transport.connect(smtp.host(), smtp.port(), null, null);
            transport.sendMessage(answer, answer.getAllRecipients());
        }
    }
}
