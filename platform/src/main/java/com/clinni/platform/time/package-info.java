/** Time that everybody is given, so that tests can set it. */
@NullMarked
package com.clinni.platform.time;

import org.jspecify.annotations.NullMarked;
