package com.clinni.fallback.sms;

import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/** Settings that describe the receipts which the provider posts to {@code /webhooks/sms}. */
public interface SmsReceiptsConfig {

    /** What receipts are signed with; without it none is taken. Only ever from the environment. */
    Optional<@Size(min = 16) String> key();

    /** The key before this one, while it is being replaced. */
    Optional<@Size(min = 16) String> keyBefore();

    /** Where our reference stands: a field, or a path such as {@code message.reference}. */
    @WithDefault("reference")
    String referenceField();

    /** Where the provider's id of the message stands. */
    @WithDefault("id")
    String idField();

    @WithDefault("state")
    String stateField();

    /** The words that say that the phone has it. */
    @WithDefault("DELIVERED,DELIVRD")
    Set<String> delivered();

    /** The words that say that it will never get there; any other word is no news. */
    @WithDefault("FAILED,UNDELIVERED,UNDELIV,REJECTED,REJECTD,EXPIRED")
    Set<String> failed();
}
