package com.clinni.fallback.preferences;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The texts of the page on preferences and of the line in e-mails that leads there, in five
 * languages. They stand in {@code messages/}, and none stands here, so that a text that is missing
 * in one language fails the build.
 */
@MessageBundle(locale = "es")
public interface PreferencesMessages {

    @Message
    String title();

    @Message
    String on();

    @Message
    String off();

    @Message
    String stop();

    @Message
    String resume();

    @Message
    String footer(String clinic);
}
