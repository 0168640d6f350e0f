/** Records that a transaction leaves to be published once it has committed. */
@NullMarked
package com.clinni.platform.outbox;

import org.jspecify.annotations.NullMarked;
