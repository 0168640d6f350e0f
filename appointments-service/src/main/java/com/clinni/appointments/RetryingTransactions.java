package com.clinni.appointments;

import com.clinni.platform.database.ConcurrentChange;
import com.clinni.platform.database.DatabaseException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/** Runs transactions, and runs them once more after a conflict with another one. */
public final class RetryingTransactions {

    private static final Logger LOG = Logger.getLogger(RetryingTransactions.class);
    private static final int LONGEST_SECONDS = 300;

    private RetryingTransactions() {}

    /** The second try's failure is the caller's. */
    public static <T> T once(Callable<T> work) {
        try {
            return inTransaction(work);
        } catch (RuntimeException e) {
            if (!mayPass(e)) {
                throw e;
            }
            LOG.debug("another transaction was in the way: once more");
            return inTransaction(work);
        }
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(work);
    }

    private static boolean mayPass(RuntimeException e) {
        return e instanceof ConcurrentChange
                || DatabaseException.behind(e)
                        .filter(failure -> failure.isContention() || failure.isDuplicateKey())
                        .isPresent();
    }
}
