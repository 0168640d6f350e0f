package com.clinni.fallback.provider;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of the recipients that may be written to outside production. */
@ConfigMapping(prefix = "recipients")
public interface RecipientsConfig {

    /**
     * Outside production, when a provider is real: the phones in E.164, e-mail addresses, or e-mail
     * domains such as {@code @example.com} that test messages may reach.
     */
    Optional<List<String>> allowed();
}
