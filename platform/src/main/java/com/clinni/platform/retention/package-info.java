/** Retention: data goes away when the time is over that it is kept for. */
package com.clinni.platform.retention;
