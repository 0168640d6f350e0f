package com.clinni.testbed.token;

/**
 * The service under test, as whoever a test's own thread acts for: as its loops do, so that tests
 * can look into tables and turn loops by hand. Requests that a test sends are not touched by it.
 */
final class ThisService {

    private static final String ACCESS = "com.clinni.platform.access.";

    private ThisService() {}

    /** Testbed knows no service, and so not what services are made of. */
    static void letThisThreadActForIt() {
        try {
            var caller =
                    type("Caller")
                            .getMethod("thisService", String.class)
                            .invoke(null, "test-of-this-service");
            var door = type("CurrentCaller").getDeclaredField("OF_TEST");
            door.setAccessible(true);
            ofTest(door.get(null)).set(caller);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the test acts for nobody", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static ThreadLocal<Object> ofTest(Object field) {
        return (ThreadLocal<Object>) field;
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(ACCESS + name, true, Thread.currentThread().getContextClassLoader());
    }
}
