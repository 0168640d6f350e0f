package com.clinni.platform.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Runs a method that acts for this service as that, before any transaction begins. */
@ActsForService("")
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ActsForServiceInterceptor {

    @AroundInvoke
    @Nullable Object actForService(InvocationContext context) throws Exception {
        var task = context.getMethod().getAnnotation(ActsForService.class).value();
        return CurrentCaller.callChecked(Caller.thisService(task), context::proceed);
    }
}
