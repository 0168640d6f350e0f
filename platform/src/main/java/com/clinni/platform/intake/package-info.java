/** Batches of records that become rows, and dead letters where one cannot. */
package com.clinni.platform.intake;
