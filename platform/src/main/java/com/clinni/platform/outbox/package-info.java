/** Records that a transaction leaves to be published once it has committed. */
package com.clinni.platform.outbox;
