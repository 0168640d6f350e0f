package com.clinni.reminders.authoring;

import com.clinni.reminders.authoring.SavedTemplates.Version;
import com.clinni.reminders.template.DefaultTemplates;
import com.clinni.reminders.template.TemplateFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Hands out the texts in force. For a batch of messages one statement asks for the newest versions,
 * and a second one only for those that this node has not seen yet.
 */
@ApplicationScoped
class ClinicTemplates implements TemplateSource {

    private static final Logger LOG = Logger.getLogger(ClinicTemplates.class);

    private final SavedTemplates rows;
    private final DefaultTemplates house;
    private final ParsedTemplates parsed = new ParsedTemplates();

    ClinicTemplates(SavedTemplates rows, DefaultTemplates house) {
        this.rows = rows;
        this.house = house;
    }

    @Override
    public Map<TemplateKey, VersionedTemplates> of(Collection<TemplateKey> keys) {
        var inForce = new HashMap<TemplateKey, VersionedTemplates>();
        if (keys.isEmpty()) {
            return inForce;
        }
        var asked = List.copyOf(Set.copyOf(keys));
        asked.forEach(key -> inForce.put(key, ofTheHouse(key)));
        var unseen = new ArrayList<Version>();
        for (var newest : rows.newestVersions(asked)) {
            var ready = parsed.get(newest);
            if (ready == null) {
                unseen.add(newest);
            } else {
                inForce.put(newest.key(), ready);
            }
        }
        if (!unseen.isEmpty()) {
            rows.templates(unseen).forEach(saved -> inForce.put(saved.key(), ready(saved)));
        }
        return inForce;
    }

    /** Rules may have grown since a text was saved: then the house's text goes out in its place. */
    private VersionedTemplates ready(SavedTemplate saved) {
        var key = saved.key();
        try {
            var kind = house.kind(key.kind()).orElseThrow();
            var texts = house.of(key.kind(), key.language()).with(kind, saved.texts());
            var ready = new VersionedTemplates(saved.version(), texts);
            parsed.put(new Version(key, saved.version()), ready);
            return ready;
        } catch (TemplateFault e) {
            LOG.errorf(
                    "a saved text is broken, the house's is used: clinic=%s kind=%s language=%s"
                            + " version=%d fault=%s",
                    key.clinicId(), key.kind(), key.language(), saved.version(), e.code());
            return ofTheHouse(key);
        }
    }

    private VersionedTemplates ofTheHouse(TemplateKey key) {
        return new VersionedTemplates(0, house.of(key.kind(), key.language()).templates());
    }
}
