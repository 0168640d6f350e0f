package com.clinni.platform.audit;

import com.clinni.events.audit.AuditAction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose use stands in the access log. A read gets its row by this alone. A change writes
 * its row itself, by {@link AccessLog} in its own transaction; where it wrote none, nothing had to
 * change, and that is what the log says. Refusals need no code either. A route with neither this
 * nor {@link NotRecorded} fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Recorded {

    AuditAction value();

    /** The path parameter that names what is read or changed, if one does. */
    String subject() default "";
}
