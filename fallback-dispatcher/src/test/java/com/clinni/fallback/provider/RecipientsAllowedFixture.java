package com.clinni.fallback.provider;

/** Makes the list from settings. */
public final class RecipientsAllowedFixture {

    private RecipientsAllowedFixture() {}

    public static RecipientsAllowed of(RecipientsConfig config) {
        return new RecipientsAllowed(config);
    }
}
