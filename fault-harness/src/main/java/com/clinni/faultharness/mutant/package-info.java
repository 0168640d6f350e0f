/** {@code make faults MUTANTS=1}: does the checker see defects that were put in on purpose? */
package com.clinni.faultharness.mutant;
