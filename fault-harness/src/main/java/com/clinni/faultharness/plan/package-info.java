/** Plans of faults: lists that a seed decides. */
package com.clinni.faultharness.plan;
