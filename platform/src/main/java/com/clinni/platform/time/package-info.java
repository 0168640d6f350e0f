/** Time that everybody is given, so that tests can set it. */
package com.clinni.platform.time;
