/**
 * The keyed digest of this installation, the check that its secret is there and still the same, and
 * numbers from before there was one.
 */
package com.clinni.platform.digest;
