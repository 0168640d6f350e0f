package com.clinni.fallback.provider;

/** Makes the list from settings. */
public final class RecipientAllowlistFixture {

    private RecipientAllowlistFixture() {}

    public static RecipientAllowlist of(RecipientsConfig config) {
        return new RecipientAllowlist(config);
    }
}
