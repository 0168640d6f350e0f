SELECT purchased, reserved, spent FROM sms_credit WHERE clinic_id = :clinic
