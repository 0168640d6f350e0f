/** Start checks, each of which may refuse a start, and the beginning of the loops. */
@NullMarked
package com.clinni.platform.startup;

import org.jspecify.annotations.NullMarked;
