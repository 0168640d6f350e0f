package com.clinni.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that leaves no row in the access log. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotRecorded {

    /**
     * The reason why none is needed: it holds nothing of patients, or the row is written elsewhere.
     */
    String because();
}
