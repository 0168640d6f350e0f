SELECT profile FROM clinic_profile WHERE clinic_id = ANY (:clinicIds::text[])
