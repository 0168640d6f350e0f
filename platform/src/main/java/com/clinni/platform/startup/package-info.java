/** Start checks, each of which may refuse a start, and the beginning of the loops. */
package com.clinni.platform.startup;
