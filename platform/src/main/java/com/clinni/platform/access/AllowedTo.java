package com.clinni.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call a route. A route with neither this nor {@link AllowedToAnyone} answers
 * nobody, and fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    Role[] value();

    /**
     * True where the clinic in the path need not be known yet: it is made here, or told of later.
     */
    boolean acceptsNewClinic() default false;
}
