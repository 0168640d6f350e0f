package com.clinni.fallback;

import com.clinni.testbed.simulator.mail.MailSimulator;
import com.clinni.testbed.simulator.mail.ReceivedMail;
import com.clinni.testbed.simulator.sms.ReceivedSms;
import com.clinni.testbed.simulator.sms.SmsSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The providers behind the application under test, and what patients received. */
public final class SimulatedProviders {

    private static final SimulatedProviders INSTANCE = new SimulatedProviders();

    private final MailSimulator mail;
    private final SmsSimulator sms;

    private SimulatedProviders() {
        try {
            var directory = Files.createTempDirectory("simulated");
            var config = ConfigProvider.getConfig();
            mail = new MailSimulator(config.getValue("quarkus.mailer.port", int.class), directory);
            var url = config.getValue("sms.gateway-url", URI.class);
            sms = new SmsSimulator(url.getPort(), directory, "local");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MailSimulator mail() {
        return INSTANCE.mail;
    }

    public static SmsSimulator sms() {
        return INSTANCE.sms;
    }

    public static List<ReceivedMail> mailsTo(String address) {
        return mail().received().stream().filter(m -> m.to().equals(address)).toList();
    }

    /** What came to phones about one message. */
    public static List<ReceivedSms> smsAbout(UUID messageId) {
        return sms().received().stream()
                .filter(s -> s.reference().equals(messageId.toString()))
                .toList();
    }
}
