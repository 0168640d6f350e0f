/** Batches of records that become rows, and dead letters where one cannot. */
@NullMarked
package com.clinni.platform.intake;

import org.jspecify.annotations.NullMarked;
