package com.clinni.platform.http;

import jakarta.annotation.Nullable;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;

/**
 * Refuses a request whose body is missing, or is nothing but {@code null}, so that no resource has
 * to ask. A body that may be missing is {@code @Nullable}; raw bytes are the resource's own affair.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class RequiredBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        var body = request.proceed();
        if (body == null && isRequired(request)) {
            throw Problem.unreadableBody();
        }
        return body;
    }

    private static boolean isRequired(ReaderInterceptorContext request) {
        return request.getType() != byte[].class
                && Arrays.stream(request.getAnnotations()).noneMatch(Nullable.class::isInstance);
    }
}
