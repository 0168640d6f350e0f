package com.clinni.reminders.authoring;

import com.clinni.reminders.authoring.SavedTemplates.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The versions used last, ready for use. A version never changes, so none grows stale. */
final class ParsedTemplates {

    private static final int MOST = 2_000;

    private final Map<Version, VersionedTemplates> used =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Version, VersionedTemplates> eldest) {
                    return size() > MOST;
                }
            };

    /** That version, if it was used lately. */
    synchronized @Nullable VersionedTemplates get(Version version) {
        return used.get(version);
    }

    synchronized void put(Version version, VersionedTemplates templates) {
        used.put(version, templates);
    }
}
