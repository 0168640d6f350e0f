package com.clinni.reminders.authoring;

import java.util.Collection;
import java.util.Map;

/** The source of the texts of messages. */
public interface TemplateSource {

    /**
     * Finds the texts in force, one for each key: the clinic's own, or the house's where it has
     * none.
     *
     * @throws RuntimeException when the database is away; asking again later helps
     */
    Map<TemplateKey, VersionedTemplates> of(Collection<TemplateKey> keys);
}
