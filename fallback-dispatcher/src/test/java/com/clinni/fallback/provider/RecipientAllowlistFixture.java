package com.clinni.fallback.provider;

import com.clinni.platform.startup.ClinniConfig;

/** Makes the list from settings. */
public final class RecipientAllowlistFixture {

    private RecipientAllowlistFixture() {}

    public static RecipientAllowlist of(ClinniConfig clinni, RecipientsConfig config) {
        return new RecipientAllowlist(clinni, config);
    }
}
