/** What must hold before a service starts, and when its loops begin. */
@NullMarked
package com.clinni.platform.startup;

import org.jspecify.annotations.NullMarked;
