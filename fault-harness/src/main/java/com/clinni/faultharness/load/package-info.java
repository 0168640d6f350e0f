/** Load: visits that are booked, moved and cancelled, and the harness's own list of what is due. */
package com.clinni.faultharness.load;
