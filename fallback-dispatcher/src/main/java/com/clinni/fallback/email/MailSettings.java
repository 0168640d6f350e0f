package com.clinni.fallback.email;

import com.clinni.fallback.provider.ProviderKind;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of e-mails. The server, its port, account and TLS are {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "mail")
public interface MailSettings {

    /** Whether real mailboxes are at the other end. */
    @WithDefault("SIMULATOR")
    ProviderKind provider();

    /** Clinni's own account: what every e-mail is sent from. */
    @WithDefault("avisos@clinni.example")
    String from();

    /** Where e-mails that cannot be delivered come back to, where that is not {@link #from}. */
    Optional<String> bouncesTo();

    /** What is shown as the sender; {@code {clinic}} is the clinic's name. */
    @WithDefault("{clinic} (vía Clinni)")
    String shownAs();

    /** How long one e-mail may take. */
    @WithDefault("PT20S")
    Duration callLimit();

    /** How long connecting may take while the server is in trouble. */
    @WithDefault("PT3S")
    Duration connectLimit();

    /** How long the server is left alone when half of its calls fail. */
    @WithDefault("PT15S")
    Duration rest();
}
