package com.clinni.reminders.rendering;

import com.clinni.events.ReminderDue;
import com.clinni.reminders.authoring.TemplateKey;
import com.clinni.reminders.authoring.TemplateSource;
import com.clinni.reminders.authoring.VersionedTemplates;
import com.clinni.reminders.template.DefaultTemplates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The house's texts for everybody: no clinic wrote any, and there is no database. */
final class HouseTemplates implements TemplateSource {

    static final DefaultTemplates HOUSE = new DefaultTemplates();

    @Override
    public Map<TemplateKey, VersionedTemplates> of(Collection<TemplateKey> keys) {
        return Set.copyOf(keys).stream()
                .collect(Collectors.toMap(Function.identity(), HouseTemplates::texts));
    }

    static Rendering render(MessageWriter writer, ReminderDue due) {
        var draft = Draft.of(due, 1);
        var key = draft.texts();
        return writer.write(draft, new HouseTemplates().of(List.of(key)).get(key));
    }

    private static VersionedTemplates texts(TemplateKey key) {
        return new VersionedTemplates(0, HOUSE.of(key.kind(), key.language()).templates());
    }
}
