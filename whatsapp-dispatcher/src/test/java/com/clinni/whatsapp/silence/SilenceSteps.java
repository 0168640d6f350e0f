package com.clinni.whatsapp.silence;

import com.clinni.whatsapp.line.Lines;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks at what lines confirm once. */
@ApplicationScoped
public class SilenceSteps {

    private final Restrictions restrictions;
    private final Lines lines;

    SilenceSteps(Restrictions restrictions, Lines lines) {
        this.restrictions = restrictions;
        this.lines = lines;
    }

    public void endRestrictions() {
        lines.all().forEach(restrictions::endWhereLifted);
    }
}
