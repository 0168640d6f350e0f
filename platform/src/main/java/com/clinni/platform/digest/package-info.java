/**
 * The keyed digest of this installation, and the check that its secret is there and still the same.
 */
package com.clinni.platform.digest;
