package com.clinni.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that is called without sign-in, because it has a guard of its own. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedToAnyone {

    /** The route's own guard: a signature over the body, an unguessable word in the path. */
    String guardedBy();
}
