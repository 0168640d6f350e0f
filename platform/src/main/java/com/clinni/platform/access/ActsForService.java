package com.clinni.platform.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A loop, consumer or start method that acts for this service and not for a caller: it sees every
 * clinic. So do the {@link CallerThreads} that it hands work to.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ActsForService {

    /** The task's name, as the access log shows it: {@code publish-due-reminders}. */
    @Nonbinding
    String value();
}
